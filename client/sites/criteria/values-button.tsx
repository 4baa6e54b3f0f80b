import { Button, Dialog, DialogTrigger, Popover } from 'react-aria-components';

type ValuesButtonProps = {
  /** What the values are of: `Permission, is not`. */
  readonly label: string;
  /** As they read in the sentence. */
  readonly words: string;
  readonly values: readonly string[];
  /** Values the data has; those chosen are offered too. */
  readonly choices: readonly string[];
  readonly onChange: (values: readonly string[]) => void;
};

/** Values of a sentence, underlined; pressed, all the values there are, to be ticked. One stays ticked. */
export function ValuesButton({ label, words, values, choices, onChange }: ValuesButtonProps) {
  const all = [...new Set([...values, ...choices])].toSorted();
  return (
    <DialogTrigger>
      <Button className="value-button" aria-label={`${label} ${words}. Change`}>
        {words}
      </Button>
      <Popover className="popover">
        <Dialog className="values-dialog" aria-label={label}>
          <fieldset>
            <legend>{label}</legend>
            {all.map((value) => {
              const isOn = values.includes(value);
              return (
                <label key={value}>
                  <input
                    type="checkbox"
                    checked={isOn}
                    disabled={isOn && values.length === 1}
                    onChange={() =>
                      onChange(isOn ? values.filter((each) => each !== value) : [...values, value])
                    }
                  />
                  {value.replaceAll('-', ' ')}
                </label>
              );
            })}
          </fieldset>
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}
