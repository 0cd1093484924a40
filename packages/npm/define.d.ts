// Importing `kennislemniscaat/define` registers the element.

export {};
