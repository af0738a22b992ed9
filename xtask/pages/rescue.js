// Mail scanners turn the # of a link into %23, sometimes twice, and the host then finds no such page.
// What follows the mark is what stood in the link; the page itself lies in the folder before it.
const [, folder, fragment] = location.pathname.match(/^(.*?)%(?:25)*23(.*)$/) ?? [];
if (fragment) location.replace(`${folder}#${fragment}`);
