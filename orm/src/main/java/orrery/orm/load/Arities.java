package orrery.orm.load;

import orrery.orm.error.IndexError;
import orrery.orm.error.MultipleObjectsReturned;
import orrery.orm.error.ObjectDoesNotExist;
import orrery.orm.resolve.Shape.Arity;

/// Holds an answer to the number of objects that its terminal promised, with Django's words where
/// it does not keep it.
public final class Arities {

  /// How many rows `get()` asks for, so as to say how many there are without loading all.
  static final int MOST = 21;

  private Arities() {}

  /// Checks that `count` objects of `model` are what `arity` promises.
  ///
  /// @throws ObjectDoesNotExist where there is none and one was promised
  /// @throws MultipleObjectsReturned where there are several and one was promised
  /// @throws IndexError where there is none at the index
  public static void check(Arity arity, int count, String model) {
    switch (arity) {
      case MANY, BY_KEY, OPTIONAL -> {}
      case ONE -> {
        if (count == 0) {
          throw none(model);
        }
        if (count > 1) {
          throw several(model, count);
        }
      }
      case AT_INDEX -> {
        if (count == 0) {
          throw new IndexError("list index out of range");
        }
      }
      case EARLIEST -> {
        if (count == 0) {
          throw none(model);
        }
      }
    }
  }

  static ObjectDoesNotExist none(String model) {
    return new ObjectDoesNotExist(model + " matching query does not exist.", model);
  }

  static MultipleObjectsReturned several(String model, int count) {
    String many = count < MOST ? String.valueOf(count) : "more than " + (MOST - 1);
    return new MultipleObjectsReturned(
        "get() returned more than one " + model + " -- it returned " + many + "!");
  }
}
