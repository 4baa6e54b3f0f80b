/** The five answers there are; shape tells them apart as well as colour. */
export type Group = 'stop' | 'consult' | 'note' | 'near' | 'none' | 'missing';

const SIGNS: Readonly<Record<Group, { readonly plate: string; readonly figure: string }>> = {
  stop: { plate: 'M7.5 1.5h7l5 5v7l-5 5h-7l-5-5v-7l5-5Z', figure: 'M6.5 10h9' },
  consult: { plate: 'M11 2 20.5 18.5h-19L11 2Z', figure: '' },
  note: {
    plate: 'M11 1.5a8.5 8.5 0 1 1 0 17 8.5 8.5 0 0 1 0-17Z',
    figure: 'M11 9.5v4.5M11 6.2v.1',
  },
  near: {
    plate: '',
    figure: 'M11 2a8 8 0 1 1 0 16 8 8 0 0 1 0-16Zm0 5a3 3 0 1 1 0 6 3 3 0 0 1 0-6Z',
  },
  none: {
    plate: '',
    figure: 'M11 2a8 8 0 1 1 0 16 8 8 0 0 1 0-16Zm-4 12 8-8',
  },
  missing: {
    plate: '',
    figure: 'M2.5 1.5h17v17h-17v-17Zm0 5 12 12m-12-6 6 6m-2-17 13 13m-7-13 7 7',
  },
};

type GroupHeadProps = { readonly group: Group; readonly title: string; readonly detail: string };

/** The head of a group of findings. */
export function GroupHead({ group, title, detail }: GroupHeadProps) {
  const { plate, figure } = SIGNS[group];
  return (
    <div className={`group-head group-${group}`}>
      <svg width="22" height="20" viewBox="0 0 22 20" aria-hidden="true">
        {plate !== '' && <path className="plate-shape" d={plate} />}
        {figure !== '' && <path className="figure-shape" d={figure} />}
      </svg>
      <h3>{title}</h3>
      <span>{detail}</span>
    </div>
  );
}
