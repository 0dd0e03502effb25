import org.jspecify.annotations.NullMarked;

/// Everything that can be done with no window: models, querysets, and the line from a chain of
/// Django's words to rows. Usable by any Java program.
@NullMarked
module orrery.orm {
  requires transitive java.sql;
  requires com.zaxxer.hikari;
  requires de.siegmar.fastcsv;
  requires org.slf4j;
  requires org.xerial.sqlitejdbc;
  requires static transitive org.jspecify;

  exports orrery.orm;
  exports orrery.orm.chain;
  exports orrery.orm.csv;
  exports orrery.orm.db;
  exports orrery.orm.define;
  exports orrery.orm.dialect;
  exports orrery.orm.edit;
  exports orrery.orm.error;
  exports orrery.orm.export;
  exports orrery.orm.load;
  exports orrery.orm.meta;
  exports orrery.orm.plan;
  exports orrery.orm.query;
  exports orrery.orm.render;
  exports orrery.orm.resolve;
  exports orrery.orm.schema;
  exports orrery.orm.save;
  exports orrery.orm.sql;
  exports orrery.orm.staged;
  exports orrery.orm.type;
}
