/** Rules of logs, of the template as a whole, and of how it deploys. */
@org.jspecify.annotations.NullMarked
package dev.rampart.local.check.rule.whole;
