export default { welcome: 'Welkom' };
