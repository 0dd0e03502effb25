package orrery.orm.query;

/// A keyword argument: a name and the expression given for it, such as `n=Count("books")`.
public record Named(String name, Expr value) {}
