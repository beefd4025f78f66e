export default { welcome: 'Welcome' };
