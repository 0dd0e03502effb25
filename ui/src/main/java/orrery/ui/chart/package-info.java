/// A result as a chart: which one suits its columns, where every mark of it stands, and how it is
/// shown and saved. A chart is laid out once, without a toolkit; the window and SVG draw the same
/// marks.
package orrery.ui.chart;
