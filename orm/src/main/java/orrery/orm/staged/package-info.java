/// Changes of rows that are gathered before they are saved: typed, checked, taken back, made again,
/// and then written in one transaction or not at all.
package orrery.orm.staged;
