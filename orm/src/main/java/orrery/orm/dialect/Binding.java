package orrery.orm.dialect;

import org.jspecify.annotations.Nullable;
import orrery.orm.type.FieldType;

/// A value that stands for one placeholder of a statement.
///
/// @param value a value of the Java class that the kind of `type` names, or null
/// @param type what the value is; it settles how a null or an ambiguous value is sent
public record Binding(@Nullable Object value, FieldType type) {}
