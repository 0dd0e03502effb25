package orrery.orm.edit;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// Goes through the trees of chains, whose nodes are records, lists and optionals of each other.
final class Trees {
  private Trees() {}

  /// Returns `node` with `change` made to it or, where that leaves it as it is, to its parts. What
  /// nothing was changed in is the same object as before.
  @SuppressWarnings("unchecked")
  static <T> T map(T node, UnaryOperator<Object> change) {
    return (T) any(node, change);
  }

  private static Object any(Object node, UnaryOperator<Object> change) {
    Object changed = change.apply(node);
    if (!isSame(changed, node)) {
      return changed;
    }
    return switch (node) {
      case Record record -> record(record, change);
      case List<?> list -> list(list, change);
      case Optional<?> one -> one.isPresent() ? optional(one, change) : one;
      default -> node;
    };
  }

  private static Object optional(Optional<?> one, UnaryOperator<Object> change) {
    Object before = one.orElseThrow();
    Object after = any(before, change);
    return isSame(after, before) ? one : Optional.of(after);
  }

  private static Object list(List<?> list, UnaryOperator<Object> change) {
    List<Object> items = new ArrayList<>();
    boolean isSame = true;
    for (Object item : list) {
      Object after = any(item, change);
      isSame &= isSame(after, item);
      items.add(after);
    }
    return isSame ? list : items;
  }

  private static Object record(Record record, UnaryOperator<Object> change) {
    RecordComponent[] components = record.getClass().getRecordComponents();
    @Nullable Object[] parts = new @Nullable Object[components.length];
    boolean isSame = true;
    try {
      for (int i = 0; i < components.length; i++) {
        Object before = components[i].getAccessor().invoke(record);
        parts[i] = before == null ? null : any(before, change);
        isSame &= isSame(parts[i], before);
      }
      Class<?>[] types =
          Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
      return isSame ? record : record.getClass().getDeclaredConstructor(types).newInstance(parts);
    } catch (InvocationTargetException e) {
      throw new IllegalStateException("A node refuses its parts: " + record, e.getCause());
    } catch (ReflectiveOperationException e) {
      throw new LinkageError("A node of a chain cannot be read: " + record, e);
    }
  }

  // What is equal may still have to be told apart from what was put in its place.
  @SuppressWarnings("ReferenceEquality")
  private static boolean isSame(@Nullable Object one, @Nullable Object other) {
    return one == other;
  }
}
