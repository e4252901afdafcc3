/** Rules of what keeps and carries data: tables, secrets, queues, topics, the bus and the key. */
@org.jspecify.annotations.NullMarked
package dev.rampart.local.check.rule.data;
