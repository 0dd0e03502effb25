package orrery.ui.builder;

/// What is inside of a card. What no form draws is a [TextForm], so nothing is refused.
sealed interface Form
    permits ConditionsForm,
        SummaryForm,
        ComputeForm,
        OrderForm,
        ColumnsForm,
        LoadForm,
        SliceForm,
        CombineForm,
        TextForm {}
