/** The log records of AWS WAF. */
@NullMarked
package dev.rampart.local.firewall.log;

import org.jspecify.annotations.NullMarked;
