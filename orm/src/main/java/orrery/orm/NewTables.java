package orrery.orm;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import orrery.orm.db.Database;
import orrery.orm.db.Reason;
import orrery.orm.dialect.Sql;
import orrery.orm.load.Instance;
import orrery.orm.meta.Model;
import orrery.orm.schema.CreateTables;

/// The making of the tables of all models in one database.
final class NewTables {

  private final Orm orm;
  private final Database database;

  NewTables(Orm orm, Database database) {
    this.orm = orm;
    this.database = database;
  }

  /// Makes all tables, or none where one cannot be made.
  void create() {
    database.atomically(() -> {
      for (Sql statement : CreateTables.of(orm.models(), database.dialect())) {
        database.update(statement, Reason.SCHEMA);
      }
      recordContentTypes();
    });
  }

  private void recordContentTypes() {
    Optional<Model> type = orm.models().find("ContentType");
    if (type.isEmpty() || type.get().localFields().size() != 3) {
      return;
    }
    Manager<Instance> types = orm.objects("ContentType").dbManager(database.alias());
    List<Instance> rows = new ArrayList<>();
    for (Model model : orm.models().all()) {
      if (!model.isAutoCreated()) {
        rows.add(
            types.make(
                "app_label", model.appLabel(), "model", model.name().toLowerCase(Locale.ROOT)));
      }
    }
    types.bulkCreate(rows);
  }
}
