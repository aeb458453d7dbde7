/** How the arguments that all stories share appear in the controls panel. */
export const storyArgTypes = {
  scenario: { table: { disable: true } },
  width: { control: { type: 'range', min: 240, max: 1920, step: 10 } },
  height: { control: { type: 'range', min: 48, max: 1080, step: 10 } },
} as const;
