/// Names become columns: paths, joins, conditions, exclusions, grouping and selection, folded over
/// a query's steps. What comes out is a [orrery.orm.resolve.Plan]; no text is written here and no
/// database is asked.
package orrery.orm.resolve;
