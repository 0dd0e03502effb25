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
}
