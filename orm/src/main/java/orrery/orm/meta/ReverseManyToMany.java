package orrery.orm.meta;

/// The other side of a [ManyToMany].
public record ReverseManyToMany(String model, ManyToMany forward) implements Member {

  @Override
  public String name() {
    return forward.reverseName();
  }

  @Override
  public String accessor() {
    return forward.reverseAccessor();
  }

  @Override
  public boolean isToMany() {
    return true;
  }

  /// Returns the name under which it is still found in lookups where it is hidden, as Django makes
  /// one up.
  public String hiddenName() {
    String source = forward.model().toLowerCase(java.util.Locale.ROOT);
    return "_" + source + "_" + forward.name() + "_+";
  }
}
