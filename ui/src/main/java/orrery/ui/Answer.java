package orrery.ui;

import orrery.orm.OpenDatabase;
import orrery.orm.Result;
import orrery.orm.query.Chain;

/// The last good answer: what was asked, what came back and what it cost.
///
/// @param text the text that was run
/// @param chain the chain, with its parameters as they stand in it
/// @param sent the chain that was run: with values in the places of its parameters
/// @param result all that came back, or the first page of it
/// @param more whether there may be rows after those in `result`
/// @param cost what asking cost
public record Answer(
    String text,
    Chain chain,
    Chain sent,
    Result result,
    boolean more,
    OpenDatabase database,
    Cost cost) {}
