package orrery.orm.meta;

/// The other side of a [ForeignObject].
public record ReverseForeignObject(String model, ForeignObject forward) implements Member {

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
    return !forward.oneToOne();
  }
}
