package orrery.orm;

import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import orrery.orm.chain.Parsed;
import orrery.orm.chain.Parser;
import orrery.orm.db.Database;
import orrery.orm.db.Entry;
import orrery.orm.db.QueryLog;
import orrery.orm.error.DatabaseError;
import orrery.orm.error.NotSupportedError;
import orrery.orm.error.OrmError;

/// What came of asking a database one chain. Whatever the chain changed is undone.
///
/// @param answer the rows or the value, or the error
/// @param sent the statements that were sent
record Asked(Answer answer, List<Entry> sent) {

  static Asked of(Orm orm, Database database, String text) {
    try (QueryLog.Capture sent = database.log().capture()) {
      Answer answer = answer(orm, database, text);
      return new Asked(answer, sent.entries());
    }
  }

  private static Answer answer(Orm orm, Database database, String text) {
    try {
      Parsed parsed = Parser.parse(text);
      AtomicReference<Answer> answer = new AtomicReference<>();
      try {
        database.atomically(() -> {
          answer.set(Answer.of(orm.runner().run(parsed.chain())));
          database.setRollback(true);
        });
      } catch (OrmError e) {
        throw parsed.place(e);
      }
      return answer.get();
    } catch (OrmError e) {
      // A database's own words are its own.
      boolean own = e instanceof DatabaseError && !(e instanceof NotSupportedError);
      String place = e.place().map(Object::toString).orElse("");
      return new Answer(e.type(), own ? List.of() : List.of(e.getMessage() + " " + place));
    }
  }
}
