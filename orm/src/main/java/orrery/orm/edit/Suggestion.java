package orrery.orm.edit;

/// One thing that could be written at the caret, and how to write it.
///
/// Offsets are UTF-16 units in the text that was asked about. Immutable.
///
/// @param kind what it is
/// @param insert the text to put in place of the range
/// @param caret where the caret goes, counted in units from the start of `insert`
/// @param label what a list shows for it
/// @param detail its type, its target or its parameters, for a list to show beside the label
/// @param start where the replaced range starts
/// @param end where the replaced range ends
public record Suggestion(
    Kind kind, String insert, int caret, String label, String detail, int start, int end) {

  /// Returns `text` with this suggestion written into it.
  public String applyTo(String text) {
    return text.substring(0, start) + insert + text.substring(end);
  }

  /// Returns where the caret stands in [#applyTo]'s answer.
  public int caretAfter() {
    return start + caret;
  }

  /// What a suggestion is.
  public enum Kind {
    /// A model.
    MODEL,
    /// A method of a manager, a queryset or an expression.
    METHOD,
    /// The primary key.
    KEY,
    /// A field with a value of its own.
    FIELD,
    /// A relation to one object.
    TO_ONE,
    /// A relation to many objects.
    TO_MANY,
    /// A name that the chain itself gave with `annotate` or `alias`.
    ANNOTATION,
    /// A lookup such as `icontains`.
    LOOKUP,
    /// A transform such as `year`, after which a lookup may follow.
    TRANSFORM,
    /// A keyword argument.
    KEYWORD,
    /// A database function or a building block such as `F`.
    FUNCTION,
    /// An aggregate.
    AGGREGATE,
    /// A value.
    VALUE
  }
}
