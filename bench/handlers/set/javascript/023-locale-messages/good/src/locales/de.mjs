export default { welcome: 'Willkommen' };
