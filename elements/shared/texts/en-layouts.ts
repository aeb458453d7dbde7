/** English words that come with the part that uses them. */
export const enLayouts = {
  'layouts.hidden': { one: '{count} person hidden', other: '{count} people hidden' },
  'layouts.showHidden': 'Show',
  'layouts.showHiddenLabel': { one: 'Show the {count} person you have hidden', other: 'Show the {count} people you have hidden' },
  'layouts.selfHidden': 'Your picture is hidden',
  'layouts.showSelf': 'Show your picture',
  'layouts.resize': 'Size of the large picture',
  'layouts.move': 'Move your picture. It is at the {place}',
  'layouts.moved': 'Your picture is at the {place}',
  'layouts.bottomLeft': 'bottom left',
  'layouts.bottomRight': 'bottom right',
  'layouts.topLeft': 'top left',
  'layouts.topRight': 'top right',
  'grid.pages': 'Pages of participants',
  'grid.previous': 'Previous page',
  'grid.next': 'Next page',
  'grid.page': 'Page {page} of {pages}',
} as const;
