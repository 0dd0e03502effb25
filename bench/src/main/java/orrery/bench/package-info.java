/// What the ORM costs beside hand-written JDBC that does the same work: one JMH class for each kind
/// of work, both sides in one run.
@NullMarked
package orrery.bench;

import org.jspecify.annotations.NullMarked;
