/** Rules of functions: how they run, who calls them, and what their roles may do. */
@org.jspecify.annotations.NullMarked
package dev.rampart.local.check.rule.function;
