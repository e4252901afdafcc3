const answer = await fetch('config.json');
document.title = answer.ok ? `Rampart ${(await answer.json()).stage}` : 'Rampart';
