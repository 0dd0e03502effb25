package orrery.ui;

import orrery.orm.OpenDatabase;
import orrery.orm.Result;
import orrery.orm.query.Chain;

/// The last good answer: what was asked, what came back and what it cost.
///
/// @param text the text that was run
/// @param result all that came back, or the first page of it
/// @param more whether there may be rows after those in `result`
/// @param cost what asking cost
public record Answer(
    String text, Chain chain, Result result, boolean more, OpenDatabase database, Cost cost) {}
