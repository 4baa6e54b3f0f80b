import { describe, expect, it } from 'vitest';
import { arrangeTools, type ToolSet } from './arrange-tools.ts';

const tool = (label: string) => ({ label });

const TOOLS: ToolSet<{ readonly label: string }> = {
  zoom: [tool('in'), tool('out')],
  home: tool('home'),
  work: [tool('draw'), tool('measure'), tool('compare')],
  give: [tool('share'), tool('download'), tool('print')],
  help: [tool('keys')],
};

const ROOMS = [900, 450, 300, 265, 160, 60, 0];

describe('arrangeTools()', () => {
  it('loses no tool, however low the window', () => {
    for (const roomPx of ROOMS) {
      for (const isPhone of [false, true]) {
        const { plates, more } = arrangeTools(TOOLS, roomPx, isPhone);
        const labels = [...plates.flat(), ...more].map(({ label }) => label);
        expect(labels.toSorted()).toEqual(
          [...TOOLS.zoom, TOOLS.home, ...TOOLS.work, ...TOOLS.give, ...TOOLS.help]
            .map(({ label }) => label)
            .toSorted(),
        );
      }
    }
  });

  it('shows every tool as a button where there is room, and fewer where there is not', () => {
    expect(arrangeTools(TOOLS, 900, false).more).toEqual([]);
    expect(arrangeTools(TOOLS, 450, false).plates).toHaveLength(2);
    expect(arrangeTools(TOOLS, 359, true).plates).toHaveLength(2);
    expect(arrangeTools(TOOLS, 265, true).plates).toEqual([TOOLS.zoom]);
    expect(arrangeTools(TOOLS, 60, true).plates).toEqual([]);
  });
});
