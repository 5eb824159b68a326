/** Up to how many rows a list is drawn whole; a country's lists have thousands. */
export const many = 200;
