package orrery.orm.load;

import org.jspecify.annotations.Nullable;

/// What an object is made of: values in the order of a layout, and where they come from. A class of
/// one's own passes it on to [Instance]'s constructor and has no other use of it.
public final class Row {

  final Layout layout;
  final @Nullable Object[] values;
  final State state;

  Row(Layout layout, @Nullable Object[] values, State state) {
    this.layout = layout;
    this.values = values;
    this.state = state;
  }
}
