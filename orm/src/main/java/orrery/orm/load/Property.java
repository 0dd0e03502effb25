package orrery.orm.load;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// A value that objects of a model compute; a path of `prefetch_related` may lead through it.
///
/// @param compute gives the value for an object
/// @param cached whether it is computed once for each object, and may be set: Python's
///   `cached_property`
public record Property(Function<Instance, @Nullable Object> compute, boolean cached) {}
