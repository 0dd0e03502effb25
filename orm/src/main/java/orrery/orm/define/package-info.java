/// Models as code defines them: fields, relations and Meta, in Django's words. They become the
/// models of `meta` and what code adds to them; every default that Django fills in is filled in
/// here.
package orrery.orm.define;
