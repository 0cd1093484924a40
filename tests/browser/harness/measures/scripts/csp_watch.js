window.violations = [];
addEventListener(
  'securitypolicyviolation',
  (event) => {
    violations.push(`${event.violatedDirective}: ${event.blockedURI} ${event.sample}`);
  },
  true,
);
