package orrery.orm.query;

/// What may be ordered by or selected: a name, or an expression.
public sealed interface Selection permits Name, Expr {}
