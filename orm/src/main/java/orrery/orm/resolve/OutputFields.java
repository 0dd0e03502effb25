package orrery.orm.resolve;

import java.util.Optional;
import orrery.orm.error.NameError;
import orrery.orm.error.Nearest;
import orrery.orm.error.TypeError;
import orrery.orm.query.Expr;
import orrery.orm.type.FieldType;
import orrery.orm.type.FieldTypes;

/// The type that an `output_field` names: `DecimalField(max_digits=10, decimal_places=2)`.
final class OutputFields {

  private OutputFields() {}

  /// Returns the type that `expr` names.
  ///
  /// @throws NameError where it names no field class
  static FieldType of(Expr expr) {
    if (!(expr instanceof Expr.Call call)) {
      throw (TypeError)
          new TypeError("output_field must be a field such as IntegerField()").about(expr);
    }
    FieldType type =
        FieldTypes.find(call.name())
            .orElseThrow(() -> {
              NameError error = new NameError("name '" + call.name() + "' is not defined");
              error.meaning(
                  Nearest.of(call.name(), FieldTypes.all().stream().map(FieldType::name).toList()));
              return (NameError) error.about(expr);
            });
    int length = number(call, "max_length");
    int digits = number(call, "max_digits");
    int places = number(call, "decimal_places");
    return digits >= 0 || places >= 0
        ? type.withDigits(digits, places)
        : length >= 0 ? type.withLength(length) : type;
  }

  private static int number(Expr.Call call, String option) {
    Optional<Expr> value = call.option(option);
    return value.isPresent() && value.get() instanceof Expr.Literal l && l.value() instanceof Long n
        ? Math.toIntExact(n)
        : -1;
  }
}
