/** The request components that a statement can inspect. */
@NullMarked
package dev.rampart.local.firewall.field;

import org.jspecify.annotations.NullMarked;
