package orrery.orm.schema;

import java.util.ArrayList;
import java.util.List;
import orrery.orm.db.Database;
import orrery.orm.meta.Models;

/// What was found in a database.
///
/// @param schema its tables, in the database's words
/// @param models its tables as models
/// @param warnings what was left out or could not be made a relation, in sentences
public record Inspected(Schema schema, Models models, List<String> warnings) {

  /// Makes it from a copy of `warnings`.
  public Inspected {
    warnings = List.copyOf(warnings);
  }

  /// Reads the tables of `database` and makes models of them.
  ///
  /// The statements it takes are few and as many for a thousand tables as for one; they are in the
  /// log with the reason [orrery.orm.db.Reason#SCHEMA].
  ///
  /// @throws orrery.orm.error.DatabaseError where the database fails
  public static Inspected of(Database database) {
    Schema schema = Inspector.of(database).read();
    ModelMaker maker = new ModelMaker(schema);
    Models models = maker.models();
    List<String> warnings = new ArrayList<>(database.warnings());
    warnings.addAll(schema.warnings());
    warnings.addAll(maker.warnings());
    return new Inspected(schema, models, warnings);
  }
}
