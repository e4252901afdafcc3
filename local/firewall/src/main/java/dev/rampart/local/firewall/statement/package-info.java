/** The rule statements of AWS WAF. */
@NullMarked
package dev.rampart.local.firewall.statement;

import org.jspecify.annotations.NullMarked;
