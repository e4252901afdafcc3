/** What rules ask a template for: its resources, grants and operations. */
@org.jspecify.annotations.NullMarked
package dev.rampart.local.check.model;
