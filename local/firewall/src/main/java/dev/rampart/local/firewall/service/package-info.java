/** AWS WAF as its clients see it: the IP sets of the template, which they may change. */
@NullMarked
package dev.rampart.local.firewall.service;

import org.jspecify.annotations.NullMarked;
