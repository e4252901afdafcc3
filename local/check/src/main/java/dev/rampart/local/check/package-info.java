/** Judges a template by rules, without AWS: what it protects, what it grants, how it deploys. */
@org.jspecify.annotations.NullMarked
package dev.rampart.local.check;
