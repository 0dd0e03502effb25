package orrery.app.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.math.BigInteger;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import orrery.orm.Result;
import orrery.orm.db.Entry;
import orrery.orm.dialect.Binding;
import orrery.orm.error.OrmError;
import orrery.orm.error.Place;
import orrery.orm.load.Branch;
import orrery.orm.load.Instance;
import orrery.orm.load.Prefetched;
import orrery.orm.meta.Field;
import orrery.orm.resolve.Shape;
import orrery.orm.type.Bytes;
import orrery.orm.type.Json;

/// An answer as one JSON object, in the form of the chain language's contract.
final class JsonAnswer {

  private final JsonGenerator out;

  JsonAnswer(JsonGenerator out) {
    this.out = out;
  }

  /// Writes the results, which are parts of one, and the statements that were sent for them.
  ///
  /// @return the error that ended the rows, which is written behind them
  Optional<OrmError> write(Iterator<Result> results, Supplier<List<Entry>> sent)
      throws IOException {
    out.writeStartObject();
    Result first = results.next();
    head(first);
    Optional<OrmError> error = Optional.empty();
    if (first instanceof Result.Objects || first instanceof Result.Values) {
      out.writeArrayFieldStart("rows");
      rows(first);
      try {
        while (results.hasNext()) {
          rows(results.next());
        }
      } catch (OrmError e) {
        error = Optional.of(e);
      }
      out.writeEndArray();
    }
    if (error.isPresent()) {
      member(error.get());
    }
    queries(sent.get());
    out.writeEndObject();
    return error;
  }

  private void head(Result result) throws IOException {
    switch (result) {
      case Result.Objects r -> {
        out.writeStringField("kind", "objects");
        if (r.created().isPresent()) {
          out.writeBooleanField("created", r.created().get());
        }
      }
      case Result.Values r -> {
        out.writeStringField("kind", "values");
        out.writeArrayFieldStart("columns");
        for (String name : r.names()) {
          out.writeString(name);
        }
        out.writeEndArray();
      }
      case Result.Scalar r -> {
        out.writeStringField("kind", "scalar");
        out.writeFieldName("value");
        value(r.value());
      }
      case Result.PlanText r -> {
        out.writeStringField("kind", "plan");
        out.writeStringField("value", r.text());
      }
    }
  }

  private void rows(Result result) throws IOException {
    switch (result) {
      case Result.Objects r -> {
        for (Instance instance : r.rows()) {
          instance(instance, r.annotations(), r.related());
        }
      }
      case Result.Values r -> {
        for (@Nullable Object[] row : r.rows()) {
          row(r, row);
        }
      }
      case Result.Scalar r -> throw new AssertionError("A value has no rows: " + r);
      case Result.PlanText r -> throw new AssertionError("A plan has no rows: " + r);
    }
  }

  /// Writes `error`.
  void write(OrmError error) throws IOException {
    out.writeStartObject();
    member(error);
    out.writeEndObject();
  }

  /// Writes an error that has no place.
  void write(String type, String message) throws IOException {
    out.writeStartObject();
    out.writeObjectFieldStart("error");
    out.writeStringField("type", type);
    out.writeStringField("message", message);
    out.writeEndObject();
    out.writeEndObject();
  }

  private void member(OrmError error) throws IOException {
    out.writeObjectFieldStart("error");
    out.writeStringField("type", error.type());
    out.writeStringField("message", error.getMessage());
    Optional<Place> place = error.place();
    if (place.isPresent()) {
      out.writeNumberField("line", place.get().line());
      out.writeNumberField("column", place.get().column());
    }
    out.writeEndObject();
  }

  private void instance(Instance instance, List<String> annotations, List<Branch> related)
      throws IOException {
    out.writeStartObject();
    out.writeStringField("model", instance.model().name());
    out.writeFieldName("pk");
    value(instance.pk());
    out.writeObjectFieldStart("fields");
    for (Field field : instance.layout().fields()) {
      if (!instance.isDeferred(field)) {
        out.writeFieldName(field.attname());
        value(instance.value(field));
      }
    }
    out.writeEndObject();
    out.writeObjectFieldStart("annotations");
    for (String name : annotations) {
      out.writeFieldName(name);
      value(instance.attr(name));
    }
    out.writeEndObject();
    out.writeObjectFieldStart("related");
    for (Branch branch : related) {
      // An object that is at hand in two places may have more beside it in the one than in the
      // other.
      if (instance.hasAttr(branch.name()) || instance.isCached(branch.name())) {
        out.writeFieldName(branch.name());
        branch(instance, branch);
      }
    }
    out.writeEndObject();
    out.writeEndObject();
  }

  private void branch(Instance instance, Branch branch) throws IOException {
    Object found =
        instance.hasAttr(branch.name())
            ? instance.attr(branch.name())
            : instance.related(branch.name());
    switch (found) {
      case Instance one -> instance(one, branch.annotations(), branch.related());
      case Prefetched many -> list(many.objects(), branch);
      case List<?> many -> list(many, branch);
      case null, default -> out.writeNull();
    }
  }

  private void list(List<?> many, Branch branch) throws IOException {
    out.writeStartArray();
    for (Object item : many) {
      if (item instanceof Instance one) {
        instance(one, branch.annotations(), branch.related());
      }
    }
    out.writeEndArray();
  }

  private void row(Result.Values result, @Nullable Object[] row) throws IOException {
    switch (result.form()) {
      case FLAT -> value(row[0]);
      case TUPLE, NAMED_TUPLE -> {
        out.writeStartArray();
        for (Object value : row) {
          value(value);
        }
        out.writeEndArray();
      }
      case MAPPING -> {
        out.writeStartObject();
        List<Shape.Slot> columns = result.columns();
        for (int i = 0; i < columns.size(); i++) {
          out.writeFieldName(columns.get(i).name());
          value(row[i]);
        }
        out.writeEndObject();
      }
    }
  }

  private void queries(List<Entry> sent) throws IOException {
    out.writeArrayFieldStart("queries");
    for (Entry entry : sent) {
      out.writeStartObject();
      out.writeStringField("sql", entry.sql().text());
      out.writeArrayFieldStart("params");
      for (Binding binding : entry.sql().bindings()) {
        value(binding.value());
      }
      out.writeEndArray();
      out.writeNumberField("rows", entry.rows());
      out.writeNumberField("ms", Math.round(entry.millis() * 100) / 100.0);
      out.writeStringField("reason", entry.reason().text());
      out.writeEndObject();
    }
    out.writeEndArray();
    out.writeNumberField("queryCount", sent.size());
  }

  private void value(@Nullable Object value) throws IOException {
    switch (value) {
      case null -> out.writeNull();
      case Boolean b -> out.writeBoolean(b);
      case Long n -> out.writeNumber(n);
      case Integer n -> out.writeNumber(n);
      case BigInteger n -> out.writeNumber(n);
      case Double d -> {
        if (d.isNaN() || d.isInfinite()) {
          out.writeNull();
        } else {
          out.writeNumber(d);
        }
      }
      case Json json -> out.writeRawValue(json.text());
      case Bytes bytes -> {
        out.writeStartObject();
        out.writeStringField("base64", Values.base64(bytes));
        out.writeEndObject();
      }
      case List<?> list -> {
        out.writeStartArray();
        for (Object item : list) {
          value(item);
        }
        out.writeEndArray();
      }
      case Map<?, ?> map -> {
        out.writeStartObject();
        for (Map.Entry<?, ?> entry : map.entrySet()) {
          out.writeFieldName(String.valueOf(entry.getKey()));
          value(entry.getValue());
        }
        out.writeEndObject();
      }
      default -> out.writeString(Values.text(value));
    }
  }
}
