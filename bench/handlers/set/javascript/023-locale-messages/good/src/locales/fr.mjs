export default { welcome: 'Bienvenue' };
