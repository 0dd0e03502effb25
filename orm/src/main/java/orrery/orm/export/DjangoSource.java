package orrery.orm.export;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import orrery.orm.meta.Field;
import orrery.orm.meta.ManyToMany;
import orrery.orm.meta.Member;
import orrery.orm.meta.Model;
import orrery.orm.meta.Models;

/// Models as a `models.py` that Django 3.2 and every later one loads, and asks the same database by
/// the same chains.
///
/// The models are `managed = False`: Django leaves the tables as they are. Where versions of Django
/// differ (composite keys), the file asks what its Django has.
public final class DjangoSource {

  private DjangoSource() {}

  /// Returns the file.
  ///
  /// @param title what the models are of, for its first line
  public static String of(Models models, String title) {
    PythonImports imports = new PythonImports(DjangoNames.taken(models));
    List<String> classes = new ArrayList<>();
    Set<String> without = madeByDjango(models);
    for (Model model : inOrder(models)) {
      if (!without.contains(model.name())) {
        classes.add(new DjangoModel(models, model, imports).source());
      }
    }
    imports.used(DjangoField.KEY_LINK).ifPresent(name -> classes.addFirst(keyLink(name, imports)));
    return head(title) + imports.text() + "\n\n" + String.join("\n\n", classes);
  }

  /// Django takes a primary key for unique, and a foreign key that is unique for one-to-one; then
  /// it would not exclude across it as across many rows.
  private static String keyLink(String name, PythonImports imports) {
    return """
    class %s(%s.ForeignKey):
        \"""A foreign key that stands for a key it is only a part of, so its values repeat.\"""

        unique = False
    """
        .formatted(name, imports.module("django.db", "models"));
  }

  private static String head(String title) {
    return """
    %s
    #
    # Written by Orrery as the models.py of a Django application (3.2 and later). The tables stay
    # as they are: Django reads and writes their rows, and migrates nothing.
    # Times in the database have no zone unless it says so: set USE_TZ = False to read them as
    # they stand.

    """
        .formatted(PythonCall.comment("Models of " + title + "."));
  }

  /// Returns the models so that each stands behind those it inherits from.
  private static List<Model> inOrder(Models models) {
    Set<Model> ordered = new LinkedHashSet<>();
    models.all().forEach(model -> add(models, model, ordered));
    return List.copyOf(ordered);
  }

  private static void add(Models models, Model model, Set<Model> ordered) {
    model.proxyOf().ifPresent(name -> add(models, models.get(name), ordered));
    models.parents(model).keySet().forEach(parent -> add(models, parent, ordered));
    ordered.add(model);
  }

  private static Set<String> madeByDjango(Models models) {
    Set<String> names = new HashSet<>();
    for (Model model : models.all()) {
      for (Member member : model.localVirtual()) {
        if (member instanceof ManyToMany many && isMadeByDjango(models, many)) {
          names.add(many.through());
        }
      }
    }
    return names;
  }

  /// Says whether the join table of `many` is just what Django makes of a plain `ManyToManyField`.
  static boolean isMadeByDjango(Models models, ManyToMany many) {
    Model through = models.get(many.through());
    if (!many.autoCreated() || through.localFields().size() != 3) {
      return false;
    }
    boolean same = many.model().equals(many.target());
    String source = many.model().toLowerCase(Locale.ROOT);
    String target = many.target().toLowerCase(Locale.ROOT);
    List<String> columns = through.localFields().stream().map(Field::column).toList();
    return columns.contains("id")
        && columns.contains((same ? "from_" + source : source) + "_id")
        && columns.contains((same ? "to_" + target : target) + "_id");
  }
}
