/// Where the files that are not code are found. Knows nothing of who uses them.
package orrery.assets;
