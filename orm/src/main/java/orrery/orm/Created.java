package orrery.orm;

import org.jspecify.annotations.Nullable;

/// What `get_or_create()` and `update_or_create()` give: the object, and whether it is new.
public record Created<R extends @Nullable Object>(R object, boolean created) {}
