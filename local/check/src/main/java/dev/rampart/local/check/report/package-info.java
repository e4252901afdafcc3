/** Writes how a template was judged: for people, for programs, for code scanning. */
@org.jspecify.annotations.NullMarked
package dev.rampart.local.check.report;
