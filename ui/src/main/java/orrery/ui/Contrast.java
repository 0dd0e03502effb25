package orrery.ui;

import orrery.orm.query.Chain;

/// What a step is seen against: the chain without it; and where later steps need it, the rows
/// before and after it. Immutable.
///
/// @param without the chain without the step
/// @param before the rows before the step
/// @param after the rows after the step
public record Contrast(Chain without, Chain before, Chain after) {}
