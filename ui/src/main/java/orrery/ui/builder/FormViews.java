package orrery.ui.builder;

import java.util.function.Supplier;
import javafx.scene.Node;

/// Draws forms.
final class FormViews {
  private FormViews() {}

  /// Returns the nodes of a form.
  ///
  /// @param form the form as it is now: an older one would write over what came after it
  static Node of(CardContext card, Supplier<Form> form) {
    return switch (form.get()) {
      case ConditionsForm _ -> new ConditionsView(card, as(form, ConditionsForm.class));
      case SummaryForm _ -> new SummaryView(card, as(form, SummaryForm.class));
      case ComputeForm _ -> new ComputeView(card, as(form, ComputeForm.class));
      case OrderForm _ -> new OrderView(card, as(form, OrderForm.class));
      case ColumnsForm _ -> new ColumnsView(card, as(form, ColumnsForm.class));
      case LoadForm _ -> new LoadView(card, as(form, LoadForm.class));
      case SliceForm _ -> new SliceView(card, as(form, SliceForm.class));
      case CombineForm _ -> new CombineView(card, as(form, CombineForm.class));
      case TextForm _ -> new TextView(card, as(form, TextForm.class));
    };
  }

  private static <T extends Form> Supplier<T> as(Supplier<Form> form, Class<T> type) {
    return () -> type.cast(form.get());
  }
}
