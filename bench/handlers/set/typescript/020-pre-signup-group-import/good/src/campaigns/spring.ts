export default { confirm: false };
