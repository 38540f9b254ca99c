/** Element of a page's markup that holds its component. */
export const ROOT_ID = 'page';

/** Script element with the state that the markup shows, as JSON: a browser runs nothing of that type. */
export const STATE_ID = 'state';
