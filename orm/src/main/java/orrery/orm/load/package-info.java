/// Rows become objects, and relations are loaded beside them: instances that are light in memory
/// and read on access what they lack, the loader that makes them of rows, and the prefetcher, which
/// runs the same line once a relation.
package orrery.orm.load;
